// YAML that is read, although it looks like a common mistake.
#include <doctest/doctest.h>

#include <string>

#include "press/values/value.h"

namespace broadsheet::press {

TEST_CASE("unusual but correct YAML is read") {
    for (const std::string text :
         {"a:b: 1\nkey: 2\n", "::\n", "key: [a,\nb]\nnext: c\n", "key: [a, [b],\nc]\nnext: d\n",
          "key: \"It's\ngood\"\nnext: d\n", "key: |\n  text\n  more: text\nnext: d\n",
          "key: text\n  goes on\nnext: d\n", "# comment\nkey: 1\n", "my key: 1\nother:\n",
          "key:\n- a\n- b\nnext: c\n", "\"quoted: key\": 1\n", "key: {a: 1,\nb: 2}\nnext: c\n",
          "key:\t1\n", "t\u00EDtulo: x\n", "? a\n: b\n"}) {
        CAPTURE(text);
        const Parsed parsed = parse_yaml(text, 1);
        CHECK(!parsed.error);
        CHECK(parsed.warnings.empty());
    }
}

}  // namespace broadsheet::press
