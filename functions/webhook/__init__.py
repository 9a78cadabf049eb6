"""The door: proves that Meta speaks, seals who wrote, and puts each message on its line."""
