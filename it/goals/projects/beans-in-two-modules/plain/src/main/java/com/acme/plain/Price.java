package com.acme.plain;

public record Price(long cents) {}
