// What one process says for people and another puts into words.
#include "text/say.h"
#include "text/error.h"

#include <QTest>

#include <cerrno>
#include <functional>
#include <random>

using namespace slipway;
using namespace slipway::text;

namespace {

std::string german(std::string_view english) {
    if (english == "{} of {}")
        return "{1} hat {0}";
    if (english == "no {parts}")
        return "keine {Teile}";
    if (english == "read")
        return "Lesen von";
    if (english == "cannot {}: {}")
        return "nicht möglich: {}: {}";
    if (english == "No such file or directory")
        return "nicht da";
    return english == "broken {}" ? "kaputt {1}" : "";
}

/// As another process says it.
std::string saidElsewhere(const std::function<std::string()>& what) {
    sayInParts();
    std::string out = what();
    speakWith(nullptr);
    return out;
}

/// How it is read in English, and in German.
std::pair<std::string, std::string> readBoth(const std::string& text) {
    std::pair<std::string, std::string> out;
    out.first = sayAgain(text);
    speakWith(german);
    out.second = sayAgain(text);
    speakWith(nullptr);
    return out;
}

std::pair<std::string, std::string> both(const std::function<std::string()>& what) {
    return readBoth(saidElsewhere(what));
}

using Both = std::pair<std::string, std::string>;

}  // namespace

class SayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { speakWith(nullptr); }

    void anotherProcessPutsItIntoItsWords() {
        QCOMPARE(both([] { return say("{} of {}", 2, "three"); }), Both("2 of three", "three hat 2"));
        QCOMPARE(both([] { return say("no {parts}"); }), Both("no {parts}", "keine {Teile}"));
        QCOMPARE(both([] { return said(worded("read")); }), Both("read", "Lesen von"));
        QCOMPARE(both([] { return said(""); }), Both("", ""));
        QCOMPARE(both([] { return say("nobody translated {}", 1); }),
                 Both("nobody translated 1", "nobody translated 1"));
        QCOMPARE(both([] { return say("broken {}", 1); }), Both("broken 1", "broken 1"));
    }
    void partsAreInWordsAsThePatternWantsThem() {
        QCOMPARE(both([] { return say("{0:.1f} {{}} {1:>4}|{0:.1f}", 2.25, "x"); }).first,
                 std::string("2.2 {}    x|2.2"));
        QCOMPARE(both([] { return say("{:{}}|", 7, 3); }).first, std::string("  7|"));  // said whole
        QCOMPARE(both([] { return say("{0}|{0:>4}", "x"); }).first, std::string("x|   x"));
        QCOMPARE(both([] { return say("{} of {}", "{0}", "}{"); }), Both("{0} of }{", "}{ hat {0}"));
        QCOMPARE(both([] { return say("{} of {}", "", ""); }), Both(" of ", " hat "));
    }
    void whatIsSaidMayBeAPartOfMore() {
        const auto error = [] { return Error::fromErrno(ENOENT, "read", "/a b").message; };
        QCOMPARE(both(error),
                 Both("cannot read /a b: No such file or directory", "nicht möglich: Lesen von /a b: nicht da"));
        QCOMPARE(both([&] { return say("{} of {}", error(), 1); }).second,
                 std::string("1 hat nicht möglich: Lesen von /a b: nicht da"));
        QCOMPARE(both([&] { return "a.tar: " + error() + "! " + said("read"); }),
                 Both("a.tar: cannot read /a b: No such file or directory! read",
                      "a.tar: nicht möglich: Lesen von /a b: nicht da! Lesen von"));
    }
    void whatWasNotSaidInPartsStaysAsItIs() {
        for (const std::string text : {"", "plain", "{} of {}", "\x02", "\x02\x02\x1f\x03", "read", "\x02read\x03",
                                       "\x02"
                                       "0123456789abcdeX{} of {}\x03"}) {
            QCOMPARE(readBoth(text), Both(text, text));
        }
        QCOMPARE(sayAgain(say("{} of {}", 1, 2)), std::string("1 of 2"));  // in English, there are no parts
    }
    void aNameCanNotPassForWhatWasSaid() {
        const std::string earlier = saidElsewhere([] { return say("no {parts}"); });
        const std::string mark = earlier.substr(1, 16);
        std::string forged = earlier;  // by one who knows another process's mark
        for (std::size_t at = forged.find(mark); at != std::string::npos; at = forged.find(mark)) {
            forged[at] = mark[0] == '0' ? '1' : '0';
        }
        const std::string forgedEnd = forged.substr(forged.size() - 17);
        for (const std::string& name : {std::string("\x02no {parts}\x03"), std::string("a\x1f\x02\x03\x1f"), forged,
                                        forgedEnd + forgedEnd, forged.substr(0, 17), std::string("nul\0l", 5),
                                        std::string("\xff\xfe\x80"), std::string("\x1b[31m"), std::string("read")}) {
            QCOMPARE(both([&] { return say("{} of {}", name, "x"); }), Both(name + " of x", "x hat " + name));
            QCOMPARE(both([&] { return Error::fromErrno(ENOENT, "read", name).message; }).second,
                     "nicht möglich: Lesen von " + name + ": nicht da");
        }
    }
    void whatIsBrokenStaysAsItIs() {
        const std::string whole =
            saidElsewhere([] { return say("{} of {}", Error::fromErrno(ENOENT, "read", "/x").message, 2); });
        for (std::size_t size = 0; size < whole.size(); ++size) {
            QCOMPARE(sayAgain(whole.substr(0, size)), whole.substr(0, size));
        }
        const std::string mark = whole.substr(1, 16);
        const auto piece = [&](const std::string& pattern, const std::vector<std::string>& parts) {
            std::string out = "\x02" + mark + pattern;
            for (const std::string& part : parts) {
                out += "\x1f" + mark + part;
            }
            return out + "\x03" + mark;
        };
        QCOMPARE(sayAgain(piece("{1} {0}", {"a", "b"})), std::string("b a"));
        for (const char* pattern :
             {"{2}", "{} {} {}", "{", "}", "{a}", "{-1}", "{99999999999999999999}", "{0", "{{}"}) {
            const std::string broken = piece(pattern, {"a", "b"});
            QCOMPARE(sayAgain(broken), broken);
        }
        const std::string good = piece("good", {});
        for (const std::string& more : {"\x03" + mark, "\x1f" + mark, "\x02" + mark}) {
            QCOMPARE(sayAgain(good + more), good + more);
        }
        std::string deep = "x";
        for (int i = 0; i < 20'000; ++i) {
            deep = "\x02" + mark + deep;
        }
        QCOMPARE(sayAgain(deep), deep);
    }
    void noTextIsTooStrange() {
        std::mt19937 random(11);
        const std::string whole =
            saidElsewhere([] { return say("{} of {}", Error::fromErrno(ENOENT, "read", "/x").message, 2); });
        speakWith(german);
        for (int i = 0; i < 5'000; ++i) {
            std::string text = whole;
            for (int change = 0; change < 3; ++change) {
                const std::size_t at = random() % text.size();
                switch (random() % 3) {
                    case 0:
                        text[at] = static_cast<char>(random());
                        break;
                    case 1:
                        text.erase(at, 1 + random() % 20);
                        break;
                    default:
                        text.insert(at, whole, random() % whole.size(), random() % 40);
                }
                if (text.empty()) {
                    break;
                }
            }
            QVERIFY(text.empty() || !sayAgain(text).empty());
        }
    }
};

QTEST_GUILESS_MAIN(SayTest)
#include "say_test.moc"
