"""Pictures of digits: MNIST, drawn and corrupted anew, and as frames."""
