// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <memory>
#include <optional>

namespace islet {

//! The desktop's preferences for how applications look. An unset value means no preference.
struct AppearanceHints {
    std::optional<bool> dark;
    std::optional<bool> contrast; //!< high contrast
    std::optional<bool> still; //!< reduced motion

    friend bool operator==(const AppearanceHints &, const AppearanceHints &) = default;
};

//! Source of these preferences. Each platform has its own; see makeDesktopAppearance().
class DesktopAppearance : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Starts querying and watching; returns at once. Answers may arrive at any later time, or never.
    virtual void start() = 0;
    const AppearanceHints &hints() const { return m_hints; }

signals:
    void changed();

protected:
    void setHints(const AppearanceHints &hints)
    {
        if (hints == m_hints)
            return;
        m_hints = hints;
        emit changed();
    }

private:
    AppearanceHints m_hints;
};

//! Returns the platform's implementation; it reports nothing before start().
std::unique_ptr<DesktopAppearance> makeDesktopAppearance();

} // namespace islet
