"""All that knows Arabic: letters, tokens, word forms, names, dates and the grammar of reporting."""
