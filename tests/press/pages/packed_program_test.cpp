#include "press/pages/packed_program.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>

namespace broadsheet::press {

TEST_CASE("the reader's files are unpacked with their names and bytes") {
    const std::string all = std::string("a.js 3\nempty.js 0\nb c.wasm 4\n\nabc\n\n\0x", 37);
    std::string packed(200, '\0');
    auto size = static_cast<uLongf>(packed.size());
    REQUIRE(compress(reinterpret_cast<Bytef*>(packed.data()), &size,
                     reinterpret_cast<const Bytef*>(all.data()), all.size()) == Z_OK);
    packed.resize(size);
    std::string bytes;
    const auto files = unpack_program(std::to_string(all.size()) + "\n" + packed, bytes);
    REQUIRE(files.size() == 3);
    CHECK(files[0].name == "a.js");
    CHECK(files[0].bytes == "abc");
    CHECK(files[1].bytes.empty());
    CHECK(files[2].name == "b c.wasm");
    CHECK(files[2].bytes == std::string_view("\n\n\0x", 4));
    CHECK(unpack_program({}, bytes).empty());
}

TEST_CASE("the reader's files that are built in are whole") {
    for (const ProgramFile& file : built_in_program()) {
        CAPTURE(file.name);
        CHECK(!file.bytes.empty());
        if (!file.name.ends_with(".wasm")) continue;
        CHECK(file.bytes.starts_with(std::string_view("\0asm", 4)));
    }
}

}  // namespace broadsheet::press
