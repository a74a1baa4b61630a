#include "press/calendar_names.h"

#include <array>

namespace broadsheet::press {

namespace {

struct Names {
    std::string_view language;
    std::string_view text;  // separated by one space
};

constexpr std::array<Names, 12> all_names = {{
    {"ar",
     "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الاثنين الثلاثاء "
     "الأربعاء "
     "الخميس الجمعة السبت الأحد"},
    {"de",
     "Januar Februar März April Mai Juni Juli August September Oktober November Dezember Montag "
     "Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"},
    {"es",
     "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
     "lunes "
     "martes miércoles jueves viernes sábado domingo"},
    {"fr",
     "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi "
     "mardi "
     "mercredi jeudi vendredi samedi dimanche"},
    {"hi",
     "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर सोमवार मंगलवार बुधवार गुरुवार "
     "शुक्रवार शनिवार रविवार"},
    {"it",
     "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
     "dicembre "
     "lunedì martedì mercoledì giovedì venerdì sabato domenica"},
    {"ja",
     "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 "
     "日曜日"},
    {"ko",
     "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월 월요일 화요일 수요일 목요일 금요일 토요일 "
     "일요일"},
    {"pt",
     "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro "
     "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"},
    {"ru",
     "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
     "понедельник "
     "вторник среда четверг пятница суббота воскресенье"},
    {"uk",
     "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня "
     "понеділок "
     "вівторок середа четвер пʼятниця субота неділя"},
    {"zh",
     "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月 星期一 星期二 星期三 星期四 星期五 星期六 "
     "星期日"},
}};

}  // namespace

std::vector<std::string> calendar_names(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    std::vector<std::string> names;
    for (const Names& each : all_names) {
        if (each.language != primary) continue;
        std::string_view rest = each.text;
        while (!rest.empty()) {
            const std::string_view name = rest.substr(0, rest.find(' '));
            names.emplace_back(name);
            rest.remove_prefix(name.size() < rest.size() ? name.size() + 1 : rest.size());
        }
    }
    return names;
}

}  // namespace broadsheet::press
