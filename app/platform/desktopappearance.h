// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <memory>
#include <optional>

namespace islet {

//! What the desktop says about how programs should look. What it does not say is nothing to go by.
struct AppearanceHints {
    std::optional<bool> dark;
    std::optional<bool> contrast; //!< higher than usual
    std::optional<bool> still; //!< as little motion as can be

    friend bool operator==(const AppearanceHints &, const AppearanceHints &) = default;
};

//! Where the desktop says it. Each system has its own; see makeDesktopAppearance().
class DesktopAppearance : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Begins to ask and to watch; returns at once. The answers may come at any time after, or never.
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

//! That of the system which this was built for; it says nothing before it was started.
std::unique_ptr<DesktopAppearance> makeDesktopAppearance();

} // namespace islet
