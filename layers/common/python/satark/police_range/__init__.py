"""One range is one folder of data: the model, its loader, and the build that checks it."""
