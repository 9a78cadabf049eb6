"""opening: protected files, for as long and as often as two people have agreed to open them."""
