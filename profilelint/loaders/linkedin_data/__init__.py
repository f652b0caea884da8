"""The tables of LinkedIn's data, as its data export and its snapshot API hand them out."""
