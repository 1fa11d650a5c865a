"""Simulated candidates: how few questions a way of choosing needs, and what that does to the bank."""
