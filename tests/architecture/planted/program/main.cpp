int both();

int main() { return both() > 0 ? 0 : 1; }
