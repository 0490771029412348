"""What opening a file that came by email is called, wherever it is offered."""

CAME = "Open a file that came by email"
