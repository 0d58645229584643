// Fields that most values of a kind don't have: where they are empty they take a pointer's room, so that a long file's
// many values stay small.
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace slipway::memory {

/// A std::optional that is mostly empty. Copies are deep. One thread at a time, as with other values.
template <class T>
class Rare {
public:
    Rare() = default;
    Rare(std::nullopt_t) {}
    Rare(T value) : m_value(std::make_unique<T>(std::move(value))) {}
    Rare(std::optional<T> value) : m_value(value ? std::make_unique<T>(*std::move(value)) : nullptr) {}
    Rare(const Rare& other) : m_value(other.m_value ? std::make_unique<T>(*other.m_value) : nullptr) {}
    Rare(Rare&&) noexcept = default;
    Rare& operator=(Rare other) noexcept {
        m_value = std::move(other.m_value);
        return *this;
    }
    ~Rare() = default;

    [[nodiscard]] bool has_value() const { return m_value != nullptr; }
    explicit operator bool() const { return has_value(); }
    T& operator*() { return *m_value; }
    const T& operator*() const { return *m_value; }
    T* operator->() { return m_value.get(); }
    const T* operator->() const { return m_value.get(); }
    [[nodiscard]] T value_or(T other) const { return m_value ? *m_value : std::move(other); }
    void reset() { m_value.reset(); }

    friend bool operator==(const Rare& a, const Rare& b) {
        return a.m_value && b.m_value ? *a.m_value == *b.m_value : a.m_value == b.m_value;
    }

private:
    std::unique_ptr<T> m_value;
};

/// A std::vector that is mostly empty. Copies are deep. One thread at a time, as with other values.
template <class T>
class Few {
public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = const T*;

    Few() = default;
    Few(std::initializer_list<T> values) : Few(std::vector<T>(values)) {}
    Few(std::vector<T> values)
        : m_values(values.empty() ? nullptr : std::make_unique<std::vector<T>>(std::move(values))) {}
    Few(const Few& other) : m_values(other.empty() ? nullptr : std::make_unique<std::vector<T>>(*other.m_values)) {}
    Few(Few&&) noexcept = default;
    Few& operator=(Few other) noexcept {
        m_values = std::move(other.m_values);
        return *this;
    }
    ~Few() = default;

    [[nodiscard]] std::size_t size() const { return m_values ? m_values->size() : 0; }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] T* data() { return m_values ? m_values->data() : nullptr; }
    [[nodiscard]] const T* data() const { return m_values ? m_values->data() : nullptr; }
    [[nodiscard]] T* begin() { return data(); }
    [[nodiscard]] T* end() { return data() + size(); }
    [[nodiscard]] const T* begin() const { return data(); }
    [[nodiscard]] const T* end() const { return data() + size(); }
    [[nodiscard]] T& operator[](std::size_t index) { return (*m_values)[index]; }
    [[nodiscard]] const T& operator[](std::size_t index) const { return (*m_values)[index]; }
    [[nodiscard]] T& front() { return m_values->front(); }
    [[nodiscard]] const T& front() const { return m_values->front(); }
    [[nodiscard]] T& back() { return m_values->back(); }
    [[nodiscard]] const T& back() const { return m_values->back(); }

    /// For those who read a vector.
    operator const std::vector<T>&() const {
        static const std::vector<T> none;
        return m_values ? *m_values : none;
    }

    void push_back(T value) { values().push_back(std::move(value)); }
    template <class... Arguments>
    T& emplace_back(Arguments&&... arguments) {
        return values().emplace_back(std::forward<Arguments>(arguments)...);
    }
    void pop_back() { m_values->pop_back(); }
    void clear() { m_values.reset(); }
    /// The vector itself, made where there is none.
    std::vector<T>& values() {
        if (!m_values) {
            m_values = std::make_unique<std::vector<T>>();
        }
        return *m_values;
    }

    friend bool operator==(const Few& a, const Few& b) requires std::equality_comparable<T> {
        return a.empty() || b.empty() ? a.empty() && b.empty() : *a.m_values == *b.m_values;
    }

private:
    std::unique_ptr<std::vector<T>> m_values;
};

}  // namespace slipway::memory
