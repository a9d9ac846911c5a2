"""HTTP beside Streamlit: sign-in, live link, downloads, health, and the middlewares around everything."""
