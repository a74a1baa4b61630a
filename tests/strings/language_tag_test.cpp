#include "strings/language_tag.h"

#include <doctest/doctest.h>

using broadsheet::strings::language_tag;

TEST_CASE("language codes become BCP 47 tags") {
    CHECK(language_tag("en") == "en");
    CHECK(language_tag("zh_tw") == "zh-TW");
    CHECK(language_tag("zh-cn") == "zh-CN");
    CHECK(language_tag("ZH-HANT-tw") == "zh-Hant-TW");
    CHECK(language_tag("sr_latn") == "sr-Latn");
    CHECK(language_tag("es-419") == "es-419");
    CHECK(language_tag("pt_BR.UTF-8") == "pt-BR");
    CHECK(language_tag("ca@valencia") == "ca");
    CHECK(language_tag("de-1996") == "de-1996");
    CHECK(language_tag("en-x-us") == "en-x-us");
    CHECK(language_tag("") == "");
    CHECK(language_tag("x") == "");
    CHECK(language_tag("en us") == "");
    CHECK(language_tag("<b>") == "");
    CHECK(language_tag("en--us") == "");
    CHECK(language_tag("english") == "");
    CHECK(language_tag("ast") == "ast");
    CHECK(language_tag("en-x") == "");
}
