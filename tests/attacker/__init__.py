"""An attacker of releases, apart from what protects them: own code, so that a mistake there is not repeated here."""
