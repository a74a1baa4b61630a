// Front matter in YAML, TOML and JSON, with arbitrary bytes.
#include <cstddef>
#include <cstdint>
#include <string>

#include "press/articles/fields.h"
#include "press/values/source.h"
#include "press/values/value.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet::press;
    const Decoded decoded = decode_text(std::string(reinterpret_cast<const char*>(data), size));
    if (decoded.error) return 0;
    const Split split = split_front_matter(decoded.text);
    for (const Dialect dialect : {Dialect::yaml, Dialect::toml, Dialect::json}) {
        const Parsed parsed = parse_values(split.front_matter, dialect);
        Diagnostics diagnostics;
        read_fields(parsed.root, Generator::plain, {"series"}, diagnostics);
    }
    return 0;
}
