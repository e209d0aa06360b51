"""Networks, the stakeholders in them and their ties."""
