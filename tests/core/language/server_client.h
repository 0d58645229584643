// A language server with a host that knows nothing and counts what it is asked.
#pragma once

#include "lsp/server.h"

#include <nlohmann/json.hpp>

#include <deque>
#include <string>

namespace slipway::test {

class CountingHost : public lsp::Host {
public:
    void send(std::string_view message) override { sent.push_back(nlohmann::json::parse(message)); }
    [[nodiscard]] lsp::Project project(const std::string& path, const std::string&,
                                       const checks::UnsavedTexts&) override {
        ++projects;
        lsp::Project out;
        out.folder = path.substr(0, path.rfind('/'));
        out.context = [this](std::string_view) {
            ++folders;
            return std::vector<language::ContextEntry>{{"a", false, 1}, {"b", false, 1}};
        };
        return out;
    }
    [[nodiscard]] plan::Bases bases(std::span<const plan::FromImage> images, const image::Platform&) override {
        plan::Bases out;
        for (const plan::FromImage& image : images) {
            asked.push_back(image.name);
            if (known.contains(image.name))
                out[image].config = std::make_shared<const image::Config>();
        }
        return out;
    }
    [[nodiscard]] plan::Past past(const plan::BuildPlan&, const std::string&, const plan::Past&) override { return {}; }
    [[nodiscard]] lsp::Effects effects(const plan::BuildPlan&, const checks::Surroundings&, const std::string&,
                                       const std::string&) override {
        ++forecasters;
        return {};
    }

    std::set<std::string> known;  ///< images
    std::deque<nlohmann::json> sent;
    std::vector<std::string> asked;  ///< images
    int projects = 0, folders = 0, forecasters = 0;
};

class ServerClient {
public:
    explicit ServerClient(CountingHost& host, const nlohmann::json& capabilities = nlohmann::json::object())
        : m_host(host), m_server(host) {
        ask("initialize", {{"capabilities", capabilities}});
    }

    nlohmann::json ask(const std::string& method, const nlohmann::json& params) {
        m_server.receive(
            nlohmann::json{{"jsonrpc", "2.0"}, {"id", ++m_last}, {"method", method}, {"params", params}}.dump());
        work();
        for (const nlohmann::json& each : m_host.sent)
            if (each.value("id", nlohmann::json()) == m_last)
                return each.value("result", nlohmann::json());
        return {};
    }
    void notify(const std::string& method, const nlohmann::json& params) {
        m_server.receive(nlohmann::json{{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}.dump());
        work();
    }
    void open(const std::string& text) {
        notify("textDocument/didOpen",
               {{"textDocument", {{"uri", kUri}, {"languageId", "dockerfile"}, {"version", 1}, {"text", text}}}});
    }
    void change(const std::string& text) {
        notify("textDocument/didChange", {{"textDocument", {{"uri", kUri}, {"version", 2}}},
                                          {"contentChanges", nlohmann::json::array({{{"text", text}}})}});
    }
    /// The code actions that meet a line.
    nlohmann::json actions(int line) {
        const auto place = [&](int character) { return nlohmann::json{{"line", line}, {"character", character}}; };
        return ask("textDocument/codeAction", {{"textDocument", {{"uri", kUri}}},
                                               {"range", {{"start", place(0)}, {"end", place(1)}}},
                                               {"context", {{"diagnostics", nlohmann::json::array()}}}});
    }
    /// Does all that waits; problems are told at once.
    void work() {
        while (m_server.step(lsp::Server::Clock::now() + lsp::Server::kRest)) {
        }
    }
    static constexpr const char* kUri = "file:///project/Dockerfile";

private:
    CountingHost& m_host;
    lsp::Server m_server;
    int m_last = 0;
};

}  // namespace slipway::test
