// A simple command as the program that it runs sees it: name, options, operands.
#pragma once

#include "memory/rare.h"
#include "shell/script.h"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace slipway::shell {

/// Which options of a program take a value from the next word.
struct OptionSyntax {
    std::string_view shortValued;  ///< letters: "t" for `-t VALUE`
    std::string_view longValued;   ///< names with a blank between them: "--target-release --option"
    bool oneDash = false;          ///< `-tool` is one option and not four (go)

    [[nodiscard]] bool takesValue(std::string_view longName) const;
};

struct Option {
    std::string_view name;  ///< with its dashes: "-y", "--yes"
    std::optional<std::string_view> value;
    const Word* word = nullptr;  ///< it stands in
};

struct Arguments {
    std::vector<Option> options;
    std::vector<const Word*> operands;       ///< all else, also what stands behind `--`
    std::optional<std::size_t> afterDashes;  ///< how many operands stand before `--`

    [[nodiscard]] bool has(std::initializer_list<std::string_view> names) const;
    /// How often any of them is given.
    [[nodiscard]] std::size_t count(std::initializer_list<std::string_view> names) const;
    /// Of the last one given; nullopt where none has a value.
    [[nodiscard]] std::optional<std::string_view> value(std::initializer_list<std::string_view> names) const;
    /// The first operand (`install` of `apt-get -y install curl`), or nothing.
    [[nodiscard]] std::string_view subcommand() const { return operands.empty() ? "" : operands.front()->value; }
    /// What stands behind the first `skip` operands.
    [[nodiscard]] std::span<const Word* const> operandsFrom(std::size_t skip) const;
};

/// Programs that only start another (`sudo`, `env`, `exec`, `command`, `nohup`, …) are looked through.
/// Valid as long as its script.
class Invocation {
public:
    explicit Invocation(const SimpleCommand& command);
    [[nodiscard]] const SimpleCommand& command() const { return *m_command; }
    /// Without its path; empty where there is no program or an expansion names it.
    [[nodiscard]] std::string_view name() const { return m_name; }
    /// Behind the name.
    [[nodiscard]] std::span<const Word> words() const { return m_words; }
    /// What was looked through, outermost first.
    [[nodiscard]] const memory::Few<std::string_view>& wrappers() const { return m_wrappers; }
    /// Value that an assignment before it gives the variable (`NAME=value program`, `env NAME=value program`).
    [[nodiscard]] std::optional<std::string_view> environment(std::string_view variable) const;
    [[nodiscard]] Arguments arguments(const OptionSyntax& syntax = {}) const;
    /// Of any words.
    [[nodiscard]] static Arguments read(std::span<const Word> words, const OptionSyntax& syntax);

private:
    void lookThrough();
    const SimpleCommand* m_command;
    std::string_view m_name;
    std::span<const Word> m_words;
    memory::Few<std::string_view> m_wrappers;
    memory::Few<std::string_view> m_given;  ///< NAME=value among a wrapper's words
};

}  // namespace slipway::shell
