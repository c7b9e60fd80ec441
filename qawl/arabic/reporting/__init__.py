"""The grammar of reporting: which words say that something was said, who says it, and where what was said begins and ends."""
