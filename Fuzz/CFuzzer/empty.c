// The module is its header; libFuzzer is linked by -sanitize=fuzzer.
