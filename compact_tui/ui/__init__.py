"""The full-screen program: shows views, posts messages, computes nothing."""
