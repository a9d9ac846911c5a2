"""The one door to the council and the public: an allow-listed, protected, frozen and dated document."""
