"""Encounters: visits, meetings, calls, signings, votes and protests, who comes, who stays away, who says so and why."""
