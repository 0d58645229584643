#include "challenge.h"

#include <QtCore/QList>

namespace slipway::registry {

namespace {

// scheme name="value", name=value, scheme …
class Reader {
public:
    explicit Reader(const QByteArray& text) : m_text(text) {}

    QList<std::pair<QByteArray, Challenge>> all() {
        QList<std::pair<QByteArray, Challenge>> out;
        while (skip(" ,\t\r\n"), m_at < m_text.size()) {
            const QByteArray word = token();
            if (word.isEmpty()) {
                ++m_at;
                continue;
            }
            if (m_at < m_text.size() && m_text[m_at] == '=' && !out.isEmpty()) {
                ++m_at;
                out.back().second.parameters.insert(word, value());
            } else {
                out.append({word, {}});
            }
        }
        return out;
    }

private:
    void skip(const char* these) {
        while (m_at < m_text.size() && QByteArrayView(these).contains(m_text[m_at])) {
            ++m_at;
        }
    }
    QByteArray token() {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !QByteArrayView(" ,=\"\t\r\n").contains(m_text[m_at])) {
            ++m_at;
        }
        return m_text.sliced(begin, m_at - begin).toLower();
    }
    QByteArray value() {
        QByteArray out;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
                if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                    ++m_at;
                }
                out += m_text[m_at];
            }
            ++m_at;
            return out;
        }
        while (m_at < m_text.size() && !QByteArrayView(" ,\t\r\n").contains(m_text[m_at])) {
            out += m_text[m_at++];
        }
        return out;
    }

    QByteArray m_text;
    qsizetype m_at = 0;
};

}  // namespace

std::optional<Challenge> parseChallenge(const QByteArray& header) {
    std::optional<Challenge> basic;
    for (auto& [scheme, challenge] : Reader(header).all()) {
        if (scheme == "bearer") {
            challenge.bearer = true;
            return challenge;
        }
        if (scheme == "basic") {
            basic = challenge;
        }
    }
    return basic;
}

}  // namespace slipway::registry
