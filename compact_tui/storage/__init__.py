"""Opens, bounds and writes every file: books behind one atomic storage, packs, copies, preferences."""
