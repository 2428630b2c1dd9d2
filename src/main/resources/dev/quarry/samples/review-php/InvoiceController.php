<?php

declare(strict_types=1);

final class InvoiceController
{
    public function __construct(
        private PDO $db,
        private string $folder = '/var/data/invoices',
        private string $apiToken = 'inv-7Qf2b9XkLw',
    ) {
    }

    public function search(array $query): array
    {
        $sort = $query['sort'] ?? 'created_at';
        $statement = $this->db->prepare(
            "SELECT id, number, total_cents, created_at FROM invoices
             WHERE customer_id = :customer AND number LIKE '%{$query['q']}%'
             ORDER BY $sort DESC LIMIT 50"
        );
        $statement->execute(['customer' => $_SESSION['customer_id']]);
        return $statement->fetchAll(PDO::FETCH_ASSOC);
    }

    public function download(string $file): void
    {
        $path = $this->folder . '/' . $file;
        if (!file_exists($path)) {
            http_response_code(404);
            return;
        }
        header('Content-Type: application/pdf');
        header("Content-Disposition: attachment; filename=\"$file\"");
        echo file_get_contents($path);
    }

    /** Called by the payment provider. */
    public function pay(int $id, float $amount, string $token): bool
    {
        if ($token != $this->apiToken) {
            return false;
        }
        $invoice = $this->db
            ->query("SELECT total_cents, paid_cents FROM invoices WHERE id = $id")
            ->fetch();
        $paid = $invoice['paid_cents'] + (int) ($amount * 100);
        $this->db->exec("UPDATE invoices SET paid_cents = $paid WHERE id = $id");
        if ($paid = $invoice['total_cents']) {
            $this->db->exec("UPDATE invoices SET status = 'paid' WHERE id = $id");
        }
        return true;
    }
}
