// The tables of the grammars, which this program contains packed (src/pack_grammar.mjs).
#pragma once

#include <cstdint>

// Called from C by the parser of a grammar, once. Returns `count` numbers, which stay until the
// program ends.
extern "C" const std::uint16_t* broadsheet_unpacked_tables(const char* packed, long size,
                                                           long count);
