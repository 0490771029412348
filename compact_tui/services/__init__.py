"""One verb for each thing a person does; the only place where storage, exchange and core meet."""
