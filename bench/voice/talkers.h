// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ground.h"

namespace islet::bench {

//! Two people and what connects them: one talks into Ground's microphone, the other listens at its ear.
class Talkers {
public:
    Talkers() = default;
    virtual ~Talkers() = default;
    Talkers(const Talkers &) = delete;
    Talkers &operator=(const Talkers &) = delete;

    virtual QString name() const = 0;
    //! Starts everything anew and returns when both are connected and their devices are open. False with why(). Sound
    //! need not flow yet: the ground says something until it is heard.
    virtual bool start(Ground &ground) = 0;
    //! Ends everything that was started; so does the destructor.
    virtual void stop() = 0;
    QString why() const { return m_why; }

protected:
    bool failed(const QString &why)
    {
        m_why = why;
        return false;
    }

private:
    QString m_why;
};

} // namespace islet::bench
