"""The network, the eight success factors, the council and every figure; no user interface."""
