// Texts to try a feature on: every sample Dockerfile of the repository, those of the sample cases where SLIPWAY_CORPUS
// names their folder, and changes of the samples that a fixed sequence of random numbers makes.
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

inline std::string contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll().toStdString();
}

inline std::vector<std::string> sampleTexts() {
    std::vector<std::string> out;
    const QString source = qEnvironmentVariable("SLIPWAY_SOURCE");
    for (const char* const folder : {"/tests", "/resources"}) {
        QDirIterator files(source + QString::fromUtf8(folder), {"Dockerfile", "*.Dockerfile"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            out.push_back(contentOf(files.next()));
    }
    return out;
}

inline void addStrings(const nlohmann::json& value, std::vector<std::string>& out) {
    if (value.is_string())
        out.push_back(value.get<std::string>());
    else if (value.is_structured())
        for (const auto& each : value)
            addStrings(each, out);
}

/// Every string of the sample cases: Dockerfiles among others.
inline std::vector<std::string> corpusTexts() {
    std::vector<std::string> out;
    const QString folder = qEnvironmentVariable("SLIPWAY_CORPUS");
    if (folder.isEmpty())
        return out;
    QDirIterator files(folder, {"*.jsonl"}, QDir::Files);
    while (files.hasNext()) {
        const std::string content = contentOf(files.next());
        for (std::size_t at = 0; at < content.size();) {
            const std::size_t end = std::min(content.find('\n', at), content.size());
            addStrings(nlohmann::json::parse(content.substr(at, end - at), nullptr, false), out);
            at = end + 1;
        }
    }
    return out;
}

/// Changes a text here and there, by bytes and pieces that mean something to the parser.
class TextMutator {
public:
    explicit TextMutator(unsigned seed) : m_random(seed) {}
    void mutate(std::string& text) {
        static const std::vector<std::string> kPieces{"\n",
                                                      "\r\n",
                                                      "\\\n",
                                                      " \\  \n",
                                                      "`\n",
                                                      "# c \n",
                                                      "\"",
                                                      "'",
                                                      "$",
                                                      "${A:-b}",
                                                      "}",
                                                      "<<EOF",
                                                      "<<-'A'\n",
                                                      "\nEOF\n",
                                                      "[",
                                                      "]",
                                                      "=",
                                                      "--link ",
                                                      " ",
                                                      "   ",
                                                      "\t",
                                                      "\\",
                                                      "from x as Y\n",
                                                      "RUN ",
                                                      "onbuild ",
                                                      "\xEF\xBB\xBF",
                                                      "\xFF",
                                                      "\xC2\xA0",
                                                      "# escape=`\n",
                                                      "ENV a b\n",
                                                      "[\"a\" ,\"b\"]",
                                                      "healthcheck cmd ",
                                                      "copy  a  b /\n",
                                                      "\nlabel  a=b \\\nc=d\n",
                                                      "\nENV A=1 \\\n# c\n\n  B=\"2 \\\n  3\"\n",
                                                      std::string(1, '\0')};
        const std::size_t at = below(text.size() + 1);
        switch (below(4)) {
            case 0:
            case 1:
                text.insert(at, kPieces[below(kPieces.size())]);
                break;
            case 2:
                text.erase(at, below(20));
                break;
            default:
                text.insert(at, text.substr(below(text.size() + 1), below(60)));
        }
    }

private:
    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random); }
    std::mt19937 m_random;
};
