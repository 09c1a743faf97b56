"""What comes in and goes out as files or pasted text; plain types on both sides."""
