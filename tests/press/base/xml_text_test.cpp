#include "press/base/xml_text.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

TEST_CASE("text is escaped, and characters that XML does not allow are left out") {
    std::string out;
    append_xml(out, "a < b & \"c\" > d\x01\x0B\n\t\xEF\xBF\xBE.");
    CHECK(out == "a &lt; b &amp; &quot;c&quot; &gt; d\n\t.");
}

TEST_CASE("elements without text are left out, attributes are not") {
    std::string out;
    append_xml_element(out, "a", "");
    append_xml_element(out, "b", "1 & 2");
    append_xml_attribute(out, "c", "\"");
    CHECK(out == "<b>1 &amp; 2</b> c=\"&quot;\"");
}

}  // namespace broadsheet::press
