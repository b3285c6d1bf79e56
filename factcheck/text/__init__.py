"""Text arithmetic: offsets, sentences, numerals. No files, no packs, no dates of articles."""
