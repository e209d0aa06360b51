"""The blocks of a stakeholder's page, made of what the data layer gives."""
