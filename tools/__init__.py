"""What makes the generated tables and pages, tries a wheel, and takes pictures of the screens."""
