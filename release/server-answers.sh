# shellcheck shell=bash
# Sourced by the checks: asks a server that was started whether it does its work.
# answers ADDRESS PID: waits until the server is ready, and looks a code up in Swedish. Fails when the process ends before.
answers() {
    until curl -fs "http://$1/health/ready" >/dev/null; do
        kill -0 "$2" 2>/dev/null || return 1
        sleep 0.1
    done
    curl -fs "http://$1/v1/codes/sspr%2029?locale=sv-FI" | grep -q '"locale":"sv-SE"' || { echo "The look-up is not answered in Swedish." >&2; return 1; }
    # ICU is there: a search folds letters and knows Swedish forms.
    curl -fs "http://$1/v1/search?q=l%C3%96SENORDET&locale=sv-SE" | grep -q '"id":"sspr/' || { echo "The search finds nothing." >&2; return 1; }
}

free_port() { echo $((20000 + RANDOM % 20000)); }
