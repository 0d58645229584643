// Coroutines of the engine's loop: a step is written as one function that awaits workers, pool and time.
//
// All of it belongs to the loop's thread; only Arrival::arrive() has to be brought there by a queued call. Everything
// awaited arrives in the end, with an error where it was canceled, so no coroutine is ever left hanging.
#pragma once

#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace slipway::engine {

/// A lazy coroutine with one value; runs when it is awaited.
template <class T>
class [[nodiscard]] Task {
public:
    struct promise_type {
        std::optional<T> value;
        std::coroutine_handle<> waiter = std::noop_coroutine();

        Task get_return_object() { return Task(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        auto final_suspend() noexcept {
            struct Back {
                bool await_ready() noexcept { return false; }
                std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) noexcept {
                    return self.promise().waiter;
                }
                void await_resume() noexcept {}
            };
            return Back{};
        }
        template <class Value>
        void return_value(Value&& result) {
            value.emplace(std::forward<Value>(result));
        }
        [[noreturn]] void unhandled_exception() { std::terminate(); }
    };

    explicit Task(std::coroutine_handle<promise_type> handle) : m_handle(handle) {}
    Task(Task&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Task& operator=(Task&&) = delete;
    ~Task() {
        if (m_handle) {
            m_handle.destroy();
        }
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> waiter) noexcept {
        m_handle.promise().waiter = waiter;
        return m_handle;
    }
    T await_resume() { return std::move(*m_handle.promise().value); }

private:
    std::coroutine_handle<promise_type> m_handle;
};

struct Detached {
    struct promise_type {
        Detached get_return_object() noexcept { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() noexcept {}
        [[noreturn]] void unhandled_exception() { std::terminate(); }
    };
};

/// Runs a task on its own; `then` gets its value.
template <class T, class Then>
Detached start(Task<T> task, Then then) {
    then(co_await std::move(task));
}

/// A value that comes once, from outside of the coroutines. One waiter.
template <class T>
class Arrival {
public:
    void arrive(T value) {
        m_value.emplace(std::move(value));
        if (const auto waiter = std::exchange(m_waiter, nullptr)) {
            waiter.resume();
        }
    }

private:
    template <class>
    friend class Arriving;
    std::optional<T> m_value;
    std::coroutine_handle<> m_waiter;
};

/// What is awaited of an Arrival.
template <class T>
class [[nodiscard]] Arriving {
public:
    explicit Arriving(std::shared_ptr<Arrival<T>> arrival) : m_arrival(std::move(arrival)) {}
    bool await_ready() const noexcept { return m_arrival->m_value.has_value(); }
    void await_suspend(std::coroutine_handle<> waiter) noexcept { m_arrival->m_waiter = waiter; }
    T await_resume() { return std::move(*m_arrival->m_value); }

private:
    std::shared_ptr<Arrival<T>> m_arrival;
};

/// Something that many may wait for and that happens once.
class Gate {
public:
    void open() {
        m_open = true;
        for (const auto waiter : std::exchange(m_waiters, {})) {
            waiter.resume();
        }
    }
    struct Opening {
        Gate* gate;
        bool await_ready() const noexcept { return gate->m_open; }
        void await_suspend(std::coroutine_handle<> waiter) { gate->m_waiters.push_back(waiter); }
        void await_resume() const noexcept {}
    };
    [[nodiscard]] Opening opened() { return {this}; }

private:
    bool m_open = false;
    std::vector<std::coroutine_handle<>> m_waiters;
};

}  // namespace slipway::engine
