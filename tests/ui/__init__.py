"""The full-screen program, by keyboard."""
