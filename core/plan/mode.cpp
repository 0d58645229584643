#include "plan/mode.h"

#include "text/say.h"

#include <charconv>

namespace slipway::plan {

namespace {
constexpr std::uint32_t kUser = 1, kGroup = 2, kOthers = 4;

std::uint32_t spread(std::uint32_t who, std::uint32_t rwx) {
    return ((who & kUser) ? rwx << 6U : 0) | ((who & kGroup) ? rwx << 3U : 0) | ((who & kOthers) ? rwx : 0);
}
}  // namespace

Result<ModeChange> ModeChange::parse(std::string_view text) {
    const auto bad = [&] {
        return fail(ErrorCode::Invalid, text::say("{} is no mode: use octal digits up to 7777, or u+x and the like.",
                                                  "--chmod=" + std::string(text)));
    };
    ModeChange out;
    if (text.empty())
        return bad();
    if (text.front() >= '0' && text.front() <= '9') {
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 8);
        if (error != std::errc{} || end != text.data() + text.size() || value > 07777)
            return bad();
        out.m_octal = value;
        return out;
    }
    std::size_t i = 0;
    while (i < text.size()) {
        std::uint32_t who = 0;
        for (; i < text.size(); ++i) {
            if (text[i] == 'u')
                who |= kUser;
            else if (text[i] == 'g')
                who |= kGroup;
            else if (text[i] == 'o')
                who |= kOthers;
            else if (text[i] == 'a')
                who |= kUser | kGroup | kOthers;
            else
                break;
        }
        if (who == 0)
            who = kUser | kGroup | kOthers;
        if (i >= text.size() || (text[i] != '+' && text[i] != '-' && text[i] != '='))
            return bad();
        while (i < text.size() && (text[i] == '+' || text[i] == '-' || text[i] == '=')) {
            Clause clause{.who = who, .op = text[i++]};
            for (; i < text.size() && text[i] != ',' && text[i] != '+' && text[i] != '-' && text[i] != '='; ++i) {
                switch (text[i]) {
                    case 'r':
                        clause.bits |= 4;
                        break;
                    case 'w':
                        clause.bits |= 2;
                        break;
                    case 'x':
                        clause.bits |= 1;
                        break;
                    case 'X':
                        clause.conditionalExecute = true;
                        break;
                    case 's':
                        clause.setId = true;
                        break;
                    case 't':
                        clause.sticky = true;
                        break;
                    case 'u':
                    case 'g':
                    case 'o':
                        clause.copyFrom = text[i];
                        break;
                    default:
                        return bad();
                }
            }
            out.m_clauses.push_back(clause);
        }
        if (i < text.size() && text[i++] != ',')
            return bad();
    }
    return out;
}

std::uint32_t ModeChange::apply(std::uint32_t mode, bool directory) const {
    if (m_octal)
        return *m_octal;
    for (const Clause& clause : m_clauses) {
        std::uint32_t rwx = clause.bits;
        if (clause.copyFrom == 'u')
            rwx |= (mode >> 6U) & 7U;
        if (clause.copyFrom == 'g')
            rwx |= (mode >> 3U) & 7U;
        if (clause.copyFrom == 'o')
            rwx |= mode & 7U;
        if (clause.conditionalExecute && (directory || (mode & 0111U) != 0))
            rwx |= 1;
        std::uint32_t bits = spread(clause.who, rwx);
        if (clause.setId)
            bits |= ((clause.who & kUser) ? 04000U : 0U) | ((clause.who & kGroup) ? 02000U : 0U);
        if (clause.sticky)
            bits |= 01000;
        if (clause.op == '+')
            mode |= bits;
        else if (clause.op == '-')
            mode &= ~bits;
        else
            mode = (mode & ~spread(clause.who, 7)) | bits;
    }
    return mode & 07777U;
}

}  // namespace slipway::plan
