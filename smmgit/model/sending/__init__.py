"""What sending needs beside the delivery: who may approve, the bytes that travel, why something is not out."""
