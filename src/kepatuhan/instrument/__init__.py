"""What an edition of the rules is: its model, its YAML file with positions, and the editions that we ship."""
