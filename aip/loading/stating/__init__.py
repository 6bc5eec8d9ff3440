"""What files say of which row, and which value a field comes to hold."""
