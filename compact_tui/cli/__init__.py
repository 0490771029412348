"""The command line: one module per group of commands, each verb a function that prints what a service gives back."""
