"""What the PDF and its text share: lines, sections, dates, and the words of each language."""
