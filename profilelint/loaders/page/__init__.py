"""What the profile page of linkedin.com says around the profile, for texts taken from it."""
