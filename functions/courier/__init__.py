"""The courier: opens one sealed address at a time, and answers nothing but what became of it."""
