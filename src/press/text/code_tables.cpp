#include "press/text/code_tables.h"

#include <zlib.h>

#include <cstdlib>

extern "C" const std::uint16_t* broadsheet_unpacked_tables(const char* packed, long size,
                                                           long count) {
    auto bytes = static_cast<uLongf>(count) * sizeof(std::uint16_t);
    void* tables = std::malloc(bytes);
    const bool is_whole = tables != nullptr && uncompress(static_cast<Bytef*>(tables), &bytes,
                                                          reinterpret_cast<const Bytef*>(packed),
                                                          static_cast<uLong>(size)) == Z_OK;
    // There is no code without them, and C has no exceptions.
    if (!is_whole) std::abort();
    return static_cast<const std::uint16_t*>(tables);
}
