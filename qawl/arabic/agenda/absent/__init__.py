"""Who stays away from an encounter, is not invited or barred, who says so and why."""
