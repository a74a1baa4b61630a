#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>

#if IMGUI_VERSION_NUM >= 19200

extern "C" float broadsheet_sine(float angle);
extern "C" float broadsheet_cosine(float angle);

TEST_CASE("the reader's own sine and cosine are near enough for the corners of boxes") {
    for (int i = -700; i <= 700; ++i) {
        const float angle = static_cast<float>(i) / 50;
        CAPTURE(angle);
        CHECK(std::fabs(broadsheet_sine(angle) - std::sin(angle)) < 2e-5F);
        CHECK(std::fabs(broadsheet_cosine(angle) - std::cos(angle)) < 2e-5F);
    }
}

#endif
