"""AWS behind the ports: each adapter is named by its technology and its role."""
